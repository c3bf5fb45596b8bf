import { people, type TestPerson } from './people'

/** A kind of ticket as it is stored, without the questions and desks of the test that takes it. */
export const heating = {
  _id: 'heat',
  name: '冷暖',
  icon: 'fix',
  hint: '太冷、太热、漏水',
  targetHours: 4,
  order: 1,
  version: 1,
}

/** Beside 方 in Shanghai: their lead, a second handler there, and one in Chengdu. */
export const handlers: Record<'lead' | 'second' | 'elsewhere', TestPerson> = {
  lead: { ...people.luo, grants: [{ role: 'facility' }] },
  second: { ...people.guo, grants: [{ role: 'facility', scopeId: '上海' }] },
  elsewhere: { ...people.zhao, grants: [{ role: 'facility', scopeId: '成都' }] },
}

/** The same with a question and the desks of two sites. */
export const heatingAtDesks = {
  ...heating,
  fields: [{ key: 'seat', label: '工位', kind: 'line', required: true, options: [] }],
  desks: [
    {
      site: '上海',
      leadId: handlers.lead.employeeId,
      handlerIds: [people.fang.employeeId, handlers.second.employeeId],
    },
    { site: '成都', leadId: handlers.lead.employeeId, handlerIds: [handlers.elsewhere.employeeId] },
  ],
}
