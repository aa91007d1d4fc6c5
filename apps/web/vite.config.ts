import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** Where `pnpm sameside serve` listens; only the development server needs it. */
const RELAY = "127.0.0.1:4444";
/** `vite build --mode readable`: with the names of its functions, to be looked into with a profiler. */
const READABLE = "readable";
const MB = 1024 * 1024;

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    VitePWA({
      // The app registers the worker itself: a new version waits until somebody chooses to reload.
      registerType: "prompt",
      injectRegister: null,
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg,woff2,webmanifest}"],
        // Answered by the relay, never by the app's page: requests, sockets, health.
        navigateFallbackDenylist: [/^\/api\//, /^\/healthz/, /^\/metrics/, /^\/readyz/, /^\/sync\//],
        cleanupOutdatedCaches: true,
        maximumFileSizeToCacheInBytes: (mode === READABLE ? 16 : 4) * MB,
      },
      manifest: {
        name: "Sameside",
        short_name: "Sameside",
        description: "Draw together what it is really like to be a customer.",
        start_url: "/",
        display: "standalone",
        background_color: "#faf8f4",
        theme_color: "#faf8f4",
        icons: [{ src: "/favicon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
      },
    }),
  ],
  build: {
    target: "es2022",
    ...(mode === READABLE ? { minify: false, sourcemap: true } : {}),
    chunkSizeWarningLimit: 2000,
    // position-strings holds an eval for old versions of Node; we hand in the ids that it would be used for.
    rolldownOptions: { checks: { eval: false } },
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/sync": { target: `ws://${RELAY}`, ws: true }, "/api": `http://${RELAY}` },
  },
}));
