/** Tailwind 4 is the only PostCSS plug-in. */
export default { plugins: { '@tailwindcss/postcss': {} } }
