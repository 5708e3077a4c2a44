// Runs before the first paint: with no explicit choice, the system decides between light and dark.
;(() => {
  const root = document.documentElement
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    if (root.dataset.themeChoice !== 'system') return
    root.dataset.theme = dark.matches ? 'dark' : 'light'
  }
  apply()
  dark.addEventListener('change', apply)
})()
