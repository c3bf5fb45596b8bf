import Taro from '@tarojs/taro'
import { measure } from '@/ui/measure/measure'

/** A phone on which some elements are drawn; it remembers which page was asked. */
function drawn(found: Record<string, object>) {
  const asked: { page?: object; ids: string[] } = { ids: [] }
  const query = {
    in: (page: object) => {
      asked.page = page
      return query
    },
    select: (selector: string) => {
      asked.ids.push(selector.slice(1))
      return query
    },
    fields: () => query,
    exec: (take: (elements: unknown[]) => void) => take(asked.ids.map(id => found[id])),
  }
  jest.mocked(Taro.createSelectorQuery).mockReturnValue(query as never)
  return asked
}

const place = { left: 0, top: 12, width: 320, height: 40 }

test('measures in the order of the ids, and finds nothing where nothing is drawn', async () => {
  drawn({ head: place })
  await expect(measure('gone', 'head')).resolves.toEqual([null, place])
})

test('asks the page it was called on, so that leaving that page finds nothing instead of failing', async () => {
  const page = { $taroPath: '/rooms/forum/pages/post/index?stamp=1' }
  const asked = drawn({ head: place })
  jest.mocked(Taro.getCurrentInstance).mockReturnValueOnce({ page } as never)
  await measure('head')
  expect(asked.page).toBe(page)
})
