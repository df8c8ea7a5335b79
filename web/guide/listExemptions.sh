# The ten sections cited most.
site=${FOI_SITE:-http://localhost:8080}
curl -fs "$site/api/v1/exemptions"
