import { describe, expect, it } from 'vitest'
import { NO_FILTER } from './queue-filter'
import { defaultFilter, NO_VIEWS, parseViews, withDefault, withoutView, withView } from './saved-views'

const overdue = { id: 'v1', name: 'Late ones', filter: { ...NO_FILTER, isOverdue: true } }
const denov = { id: 'v2', name: 'Denov', filter: { ...NO_FILTER, facility: 'Denov TTB' } }

describe('saved views', () => {
  it('are the same after the page was closed and opened again', () => {
    const views = withDefault(withView(withView(NO_VIEWS, overdue), denov), 'v2')
    const later = parseViews(JSON.stringify(views))
    expect(later).toEqual(views)
    expect(defaultFilter(later)).toEqual(denov.filter)
  })

  it('take the place of one with the same name, as the default too', () => {
    const views = withDefault(withView(NO_VIEWS, overdue), 'v1')
    const again = withView(views, { ...denov, name: 'Late ones' })
    expect(again.views.map(({ id }) => id)).toEqual(['v2'])
    expect(again.defaultId).toBe('v2')
  })

  it('lose the default with the view that it was', () => {
    expect(withoutView(withDefault(withView(NO_VIEWS, overdue), 'v1'), 'v1')).toEqual(NO_VIEWS)
  })

  it('that cannot be read count as none', () => {
    expect(parseViews('{"views":[{"id":1}]}')).toEqual(NO_VIEWS)
    expect(parseViews('no json')).toEqual(NO_VIEWS)
    expect(parseViews(null)).toEqual(NO_VIEWS)
  })
})
