import { type EditDraft, editProblem, toEdit, withQuestion } from '@/rooms/union/editForm'

const whole: EditDraft = {
  headline: ' 每周三 6:40 ',
  intro: '五公里，配速自由，跑完食堂有热豆浆。',
  open: true,
  questions: [{ questionId: 'level', title: '水平', options: '走跑结合、五公里, 五公里，半马以上' }],
  coverPhotoId: '',
}

test('options are parted by any comma, each once, and go out trimmed', () => {
  expect(editProblem(whole)).toBeUndefined()
  expect(toEdit('run', whole)).toEqual({
    associationId: 'run',
    headline: '每周三 6:40',
    intro: whole.intro,
    open: true,
    questions: [{ questionId: 'level', title: '水平', options: ['走跑结合', '五公里', '半马以上'] }],
  })
  expect(toEdit('run', { ...whole, coverPhotoId: 'p1' })).toMatchObject({ coverPhotoId: 'p1' })
})

test.each<[Partial<EditDraft>, string]>([
  [{ headline: ' ' }, '一句话'],
  [{ intro: '跑步' }, '介绍'],
  [{ questions: [{ questionId: 'a', title: '', options: '一、二' }] }, '第 1 个问题'],
  [{ questions: [...whole.questions, { questionId: 'a', title: '哪天', options: '周三' }] }, '第 2 个问题'],
  [{ questions: [{ questionId: 'a', title: '哪天', options: `周三、${'很'.repeat(21)}` }] }, '太长'],
])('%j is named', (part, words) => {
  expect(editProblem({ ...whole, ...part })).toContain(words)
})

test('a new question has an id of its own', () => {
  const first = withQuestion([{ questionId: 'q2', title: '', options: '' }])
  expect(first.map(({ questionId }) => questionId)).toEqual(['q2', 'q3'])
})
