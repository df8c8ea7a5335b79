# The newest documents of a search, as a feed reader sees them.
site=${FOI_SITE:-http://localhost:8080}
curl -fs "$site/feed.atom?exemption=foia-43&limit=3"
