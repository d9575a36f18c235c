"""Records: what is stored, under which permanent ids, and the pipeline that makes records of recorded texts."""
