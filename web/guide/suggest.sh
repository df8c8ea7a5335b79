# What "s31" may mean.
site=${FOI_SITE:-http://localhost:8080}
curl -fsG "$site/api/v1/suggest" -d q=s31
