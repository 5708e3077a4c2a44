/** In development the worker is built again, and started again, at each change of its sources. */
import { bundleOptions } from './bundle.mjs'
import { say } from './say.mjs'

export async function watchPrograms(worker) {
  const { context } = await import('esbuild')
  let isFirst = true
  const afterBuild = {
    name: 'restart-worker',
    setup(build) {
      build.onEnd(({ errors }) => {
        for (const { text, location } of errors) say(`  ${location?.file}:${location?.line} ${text}`)
        if (!isFirst && errors.length === 0) worker.restart()
        isFirst = false
      })
    },
  }
  const watching = await context({ ...bundleOptions(), plugins: [afterBuild] })
  await watching.watch()
}
