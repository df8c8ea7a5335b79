# Whether the program runs.
site=${FOI_SITE:-http://localhost:8080}
curl -fs "$site/healthz"
