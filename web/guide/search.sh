# How many documents relied on section 43 each year, and the newest of them.
site=${FOI_SITE:-http://localhost:8080}
curl -fsG "$site/api/v1/search" -d exemption=foia-43 -d facets=year -d sort=newest -d limit=3
