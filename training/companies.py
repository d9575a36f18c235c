"""Which platforms belong to one company: these share clauses, at times word for word.

Grouped by platform, a model may learn from one product of a company and be judged on another; grouped by company it may
not. The folds of the figures that are published hang on this list; comparisons have one of their own, which may grow
(`catalogue/companies.yaml`).
"""

from __future__ import annotations

# A name also stands for those that begin with it: 'Amazon' for 'Amazon Music'.
_COMPANIES = (
    ("Alexa", "Amazon", "Amazon.com", "Goodreads", "IMDb", "Twitch"),
    ("App Store", "Apple", "iCloud"),
    (
        *("AdMob", "AdSense", "Glass", "Gmail", "Google", "Local Guides", "Reserve with Google", "Stadia", "Waze"),
        *("YouTube", "Youtube"),
    ),
    ("ArtStation", "Sketchfab"),
    ("Bing", "Blizzard", "GitHub", "LinkedIn", "Microsoft"),
    ("ChatGPT", "DALL·E", "OpenAI"),
    ("Facebook", "Instagram", "Llama API", "Meta AI", "Threads"),
    ("Firefox Monitor", "Mozilla", "Thunderbird"),
    ("Grok", "Starlink", "Twitter", "X", "xAI"),
    ("Le Chat", "Mistral AI", "Vibe"),
    ("Alibaba.com", "Qwen Chat"),
    ("Match", "OkCupid", "Tinder"),
    ("Proton Mail", "ProtonMail"),
    ("Tencent", "WeChat"),
    ("Tumblr", "WordPress.com"),
    ("Verizon", "Visible"),
    ("Xfinity",),
)


def company_of(platform: str) -> str:
    """The company that a platform belongs to, under the name of its first platform; others stand for themselves."""
    for names in _COMPANIES:
        if any(platform == name or platform.startswith(f"{name} ") for name in names):
            return names[0]
    return platform
