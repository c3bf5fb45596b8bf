import type { api, Input } from '@/api'

type Order = Input<typeof api.notice.sendNews>
export type Audience = Order['audience']

export interface NewsDraft {
  title: string
  body: string
  kind: Audience['kind']
  site: string
  department: string
  associationId: string
}

export const emptyNews: NewsDraft = {
  title: '',
  body: '',
  kind: 'all',
  site: '',
  department: '',
  associationId: '',
}

export const audienceNames: Record<Audience['kind'], string> = {
  all: '所有同事',
  city: '一个园区',
  department: '一个部门',
  association: '一个协会',
}

/** To whom the draft goes; undefined until that is said. */
export function audienceOf({ kind, site, department, associationId }: NewsDraft): Audience | undefined {
  const value = { all: '', city: site, department: department.trim(), association: associationId }[kind]
  return kind !== 'all' && value === '' ? undefined : { kind, value }
}

const WORDS_MIN = 2

/** What is missing, in the order of the form; undefined when it can be sent. */
export function newsProblem(draft: NewsDraft): string | undefined {
  if (audienceOf(draft) === undefined) return '先选发给谁'
  if (draft.title.trim().length < WORDS_MIN) return '写一个标题'
  if (draft.body.trim().length < WORDS_MIN) return '写下正文'
  return undefined
}
