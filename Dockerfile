# syntax=docker/dockerfile:1
# The app as an image: built here, so that a container only migrates, seeds and serves. It runs as a user without rights, on a root file
# system that may be read-only; what it writes is /app/data (a SQLite file and the secret, unless the environment names others) and /tmp.

FROM node:22.20.0-bookworm AS build
WORKDIR /app
# Native parts are fetched ready-made or compiled; this stage has what that needs.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN npm run build && rm -rf .next/cache

FROM node:22.20.0-bookworm-slim
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    PORT=3000
WORKDIR /app
# Everything belongs to root: the app cannot change itself.
COPY --from=build /app ./
RUN mkdir data && chown node:node data && chmod 700 data
USER node
VOLUME ["/app/data"]
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "scripts/healthy.mjs"]
# Not through npm: as process 1 this hears the signal that stops the container, and passes it on.
CMD ["node", "scripts/start.mjs"]
