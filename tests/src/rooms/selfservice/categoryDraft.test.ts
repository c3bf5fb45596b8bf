import {
  type Category,
  categoryOf,
  categoryProblem,
  draftOfCategory,
  sayDesks,
  withField,
  withHandler,
} from '@/rooms/selfservice/categoryDraft'

const category: Category = {
  categoryId: 'repair',
  version: 3,
  name: '报修',
  icon: 'fix',
  hint: '灯、空调、桌椅',
  together: true,
  targetHours: 8,
  fields: [{ key: 'urgency', label: '急不急', kind: 'choice', required: true, options: ['急', '不急'] }],
  desks: [{ site: '上海', leadId: 'a', handlerIds: ['a', 'b'] }],
}
const people = [
  { employeeId: 'a', name: '苗苗', site: '上海', department: '行政' },
  { employeeId: 'b', name: '夏禾', site: '上海', department: '行政' },
]

test('a category is written back as it was read when nothing has changed', () => {
  const { categoryId, version, ...core } = category
  expect(categoryOf(category, draftOfCategory(category))).toEqual({ categoryId, version, ...core })
})

test('who takes part leads when nobody else is left, and a site without anybody is gone', () => {
  const alone = withHandler(category.desks, '上海', 'a')
  expect(alone).toEqual([{ site: '上海', leadId: 'b', handlerIds: ['b'] }])
  expect(withHandler(alone, '上海', 'b')).toEqual([])
  expect(withHandler([], '成都工厂', 'b')).toEqual([{ site: '成都工厂', leadId: 'b', handlerIds: ['b'] }])
})

test('a new question takes no other’s key', () => {
  const twice = withField(withField(draftOfCategory(category).fields))
  expect(new Set(twice.map(({ key }) => key)).size).toBe(3)
})

test('it says who does it', () => {
  expect(sayDesks(category.desks, people)).toBe('上海：苗苗等 2 人')
  expect(sayDesks([{ site: '上海', leadId: 'x', handlerIds: ['x'] }], people)).toBe('上海：已离职的同事')
  const alone = (site: string) => ({ site, leadId: 'x', handlerIds: ['x'] })
  expect(sayDesks([alone('上海'), alone('台州工厂')], people)).toBe('上海、台州工厂：已离职的同事')
  expect(sayDesks([], people)).toBe('还没有人接')
})

test.each([
  [{ name: '修' }, '写类别的名字'],
  [{ hint: '' }, '写一句它管什么'],
  [{ targetHours: '0' }, '时限写 1 到 260 个工作小时'],
  [{ targetHours: '2.5' }, '时限写 1 到 260 个工作小时'],
  [{ fields: withField([]) }, '每一项写一个名字'],
  [
    { fields: [{ key: 'a', label: '急', kind: 'choice' as const, required: true, options: '急' }] },
    '选择题至少两个选项，用顿号隔开',
  ],
  [{ desks: [] }, '至少一个园区有人接'],
  [{}, undefined],
])('%j lacks: %s', (part, problem) => {
  expect(categoryProblem({ ...draftOfCategory(category), ...part })).toBe(problem)
})
