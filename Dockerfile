# Build: the wheel with the built screens inside, and what it needs, into /opt/alongside.
FROM python:3.12-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /src
# Two environments: what builds the wheel stays here, what runs it is copied on and has no pip.
RUN python -m venv /opt/tools && python -m venv --without-pip /opt/alongside
COPY requirements/ requirements/
RUN /opt/tools/bin/pip install --require-hashes -r requirements/build.txt \
 && /opt/tools/bin/pip --python /opt/alongside/bin/python install --require-hashes -r requirements/run.txt
COPY . .
RUN /opt/tools/bin/hatchling build --target wheel --directory /wheel \
 && /opt/tools/bin/pip --python /opt/alongside/bin/python install --no-deps /wheel/*.whl

# Run: the same Python and the installed product.
FROM python:3.12-slim
COPY --from=build /opt/alongside /opt/alongside
# A number for the user, so that nothing is asked of the base image's own users.
RUN mkdir -p /data && chown 10001:10001 /data
USER 10001:10001
ENV PATH=/opt/alongside/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    ALONGSIDE_DATABASE_URL=sqlite:////data/alongside.db \
    ALONGSIDE_HOST=0.0.0.0 \
    ALONGSIDE_PORT=8000
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", \
    "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"ALONGSIDE_PORT\"]}/healthz', timeout=4)"]
STOPSIGNAL SIGTERM
CMD ["alongside", "serve"]
