"""What a browser says about itself, in two words."""

BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "Linux": "Linux",
}


def device(user_agent: str) -> str:
    """Browser and system, as far as the browser tells: "Firefox, Linux"; empty when it tells nothing known."""
    marks = (BROWSERS, SYSTEMS)
    return ", ".join(
        next(name for mark, name in kinds.items() if mark in user_agent)
        for kinds in marks
        if any(mark in user_agent for mark in kinds)
    )
