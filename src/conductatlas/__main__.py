"""`python -m conductatlas` is the command `conductatlas`."""

import sys

from conductatlas.commands import main

sys.exit(main())
