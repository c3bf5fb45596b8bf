import { demoPeople } from '../../../tools/local-cloud/doors/people'

const EMPLOYEES = 'identity_employees'

const peopleOf = (...openids: string[]) =>
  demoPeople({ dump: () => openids.map(openid => ({ _id: openid, name: openid, openid, grants: [] })) }, [
    EMPLOYEES,
  ])

describe('the stranger at the door', () => {
  it('is the first one while nobody has registered', () => {
    expect(peopleOf('unbound:VC1')).toMatchObject([{ openid: 'demo-stranger', employeeId: null }])
  })

  it('is somebody else once that one has become a colleague', () => {
    const people = peopleOf('demo-stranger', 'demo-stranger-2')
    expect(people.map(({ openid, employeeId }) => [openid, employeeId])).toEqual([
      ['demo-stranger', 'demo-stranger'],
      ['demo-stranger-2', 'demo-stranger-2'],
      ['demo-stranger-3', null],
    ])
  })
})

it('says what a president presides over, and whose department a lead heads', () => {
  const documents: Record<string, object[]> = {
    [EMPLOYEES]: [
      {
        _id: 'VC1',
        name: '林晓川',
        openid: 'demo-1',
        grants: [
          { role: 'president', scopeId: 'photo' },
          { role: 'lead', scopeId: '研发' },
          { role: 'hr' },
          { role: 'facility', scopeId: 'gym-1' },
        ],
      },
    ],
    union_associations: [{ _id: 'photo', name: '光影摄影社' }],
  }
  const dump = (collection: string) => (documents[collection] ?? []) as { _id: string }[]
  expect(demoPeople({ dump }, Object.keys(documents))[0]?.scopes).toEqual({
    president: ['光影摄影社'],
    lead: ['研发'],
  })
})
