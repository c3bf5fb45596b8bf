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
