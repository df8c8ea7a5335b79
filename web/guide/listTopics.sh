# The ten subjects with most documents.
site=${FOI_SITE:-http://localhost:8080}
curl -fs "$site/api/v1/topics"
