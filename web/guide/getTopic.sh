# How requests on one subject were answered.
site=${FOI_SITE:-http://localhost:8080}
curl -fs "$site/api/v1/topics/procurement-contracts"
