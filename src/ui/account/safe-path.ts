/** Where to go after signing in: a path of this site, or the start page. `//host` and `/\host` would leave the site. */
export function safePath(wanted: string | readonly string[] | undefined): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return '/'
  const isLoop = /^\/(sign-in|link|api)(\/|\?|$)/.test(wanted)
  return isLoop ? '/' : wanted
}
