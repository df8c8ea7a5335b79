# Whether searches are answered.
site=${FOI_SITE:-http://localhost:8080}
curl -fs "$site/readyz"
