FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DJANGO_SETTINGS_MODULE=config.settings.production
WORKDIR /vitrina
COPY requirements-scale.txt .
# Complete lists, without what is left out on purpose (docs/licences.md).
RUN pip install --no-cache-dir --no-deps -r requirements-scale.txt
COPY . .
RUN useradd --system vitrina && mkdir -p var/media var/search
# Compiled words and hashed static files belong to the image; no secret is needed for them.
RUN python manage.py compilemessages --settings config.settings.dev \
    && VITRINA_VAR=/vitrina/var SECRET_KEY=build ALLOWED_HOSTS=build PUBLIC_URL=https://build \
       EMAIL_URL=dummymail:// DEFAULT_FROM_EMAIL=build@example.com \
       python manage.py collectstatic --noinput \
    && chown -R vitrina var
USER vitrina
EXPOSE 8000
ENV BIND=0.0.0.0:8000
CMD ["gunicorn"]
