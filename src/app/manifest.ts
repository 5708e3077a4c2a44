import type { MetadataRoute } from 'next'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Yurak',
    short_name: 'Yurak',
    start_url: '/',
    display: 'standalone',
    background_color: '#f3f5f6',
    theme_color: '#0a6472',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
