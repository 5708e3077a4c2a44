import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  distDir: process.env.YURAK_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // `npm run check` has the types; a start must not wait for them again.
  typescript: { ignoreBuildErrors: true },
  // The image optimizer has been the way in too often; we serve no remote pictures.
  images: { unoptimized: true },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'referrer-policy', value: 'same-origin' },
        { key: 'x-frame-options', value: 'DENY' },
        { key: 'permissions-policy', value: 'camera=(self), microphone=(), geolocation=()' },
      ],
    },
  ],
  serverExternalPackages: ['@napi-rs/canvas', '@node-rs/argon2', 'pg', '@prisma/client', '@prisma/adapter-pg'],
}

// Texts are compiled when the pages are built: a browser carries no parser for them, and nobody parses them again.
const withTexts = createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  experimental: { messages: { path: './src/i18n/messages/en', format: 'json', locales: 'infer', precompile: true } },
})

export default withTexts(config)
