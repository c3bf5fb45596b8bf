import {
  type AssociationDocument,
  type MembershipDocument,
  membershipIdOf,
} from '../../../cloudfunctions/union/store'
import type { Subject } from '../measure'
import type { BenchWorld, Person } from '../world'
import { turn } from './turns'

export function unionScreens({ people, dump, call }: BenchWorld): Subject[] {
  const who = (time: number) => turn(people, time).openid
  const associations = dump<AssociationDocument>('union_associations')
  const memberships = dump<MembershipDocument>('union_memberships')
  const openidOf = new Map(people.map(({ id, openid }) => [id, openid]))
  const presidents = new Map(associations.map(({ _id, president }) => [_id, president.employeeId]))
  const decided = memberships.filter(({ associationId }) => openidOf.has(presidents.get(associationId) ?? ''))
  return [
    {
      label: 'associations: union.listAssociations',
      procedure: 'union.listAssociations',
      call: time => call(who(time), 'union.listAssociations', {}),
    },
    {
      label: 'association: union.openAssociation',
      procedure: 'union.openAssociation',
      call: time => call(who(time), 'union.openAssociation', { associationId: turn(associations, time)._id }),
    },
    {
      label: 'my applications: union.listMyApplications',
      procedure: 'union.listMyApplications',
      call: time => call(who(time), 'union.listMyApplications', {}),
    },
    {
      label: 'approval: union.openApplication',
      procedure: 'union.openApplication',
      call: time => {
        const { _id: membershipId, associationId } = turn(decided, time)
        const president = openidOf.get(presidents.get(associationId) ?? '') ?? ''
        return call(president, 'union.openApplication', { membershipId })
      },
    },
    {
      label: 'decided: union.listDecided',
      procedure: 'union.listDecided',
      call: time => {
        const president = openidOf.get(turn([...presidents.values()], time)) ?? ''
        return call(president, 'union.listDecided', {})
      },
    },
  ]
}

interface Hope {
  association: AssociationDocument
  person: Person
}

/** Everybody who may apply somewhere: has no membership there and does not preside over it. */
function hopes(world: BenchWorld): Hope[] {
  const taken = new Set(world.dump<MembershipDocument>('union_memberships').map(({ _id }) => _id))
  const open = world.dump<AssociationDocument>('union_associations').filter(association => association.open)
  return world.people.flatMap(person =>
    open
      .filter(
        ({ _id, president }) =>
          !taken.has(membershipIdOf(_id, person.id)) && president.employeeId !== person.id,
      )
      .map(association => ({ association, person })),
  )
}

/** Half of those who apply are approved and leave again; the rest withdraw. */
export function unionActions(world: BenchWorld): Subject[] {
  const { people, call } = world
  const openidOf = new Map(people.map(({ id, openid }) => [id, openid]))
  const hoping = hopes(world)
  const applied: Hope[] = []
  const apply = async () => {
    const hope = hoping.pop()
    if (!hope) throw new Error('Nobody is left who could apply')
    applied.push(hope)
    return call(hope.person.openid, 'union.apply', {
      associationId: hope.association._id,
      answers: hope.association.questions.map(({ questionId, options }) => ({
        questionId,
        answer: options[0] ?? '',
      })),
      reason: '想和大家一起活动。',
    })
  }
  return [
    { label: 'union.apply', procedure: 'union.apply', call: apply },
    {
      label: 'union.decide',
      procedure: 'union.decide',
      call: time => {
        const { association, person } = turn(applied, time)
        const membershipIds = [membershipIdOf(association._id, person.id)]
        const president = openidOf.get(association.president.employeeId) ?? ''
        return call(president, 'union.decide', { membershipIds, decision: 'approve' })
      },
    },
    {
      label: 'union.leave',
      procedure: 'union.leave',
      call: time => {
        const { association, person } = turn(applied, time)
        return call(person.openid, 'union.leave', { associationId: association._id })
      },
    },
  ]
}
