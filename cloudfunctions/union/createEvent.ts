import { can } from '@domain/access/roles'
import { begin } from '@domain/approval/flow'
import { refuse } from '@domain/kernel/errors'
import { sortKey } from '@domain/kernel/paging'
import { union } from '@domain/union/contract'
import { assertTimes, reminderOf } from '@domain/union/event'
import { eventFlowOf } from '@domain/union/eventRule'
import { handle } from '@platform/context'
import { keepingCopies } from '@platform/storage'
import { openSession } from '../booking/public'
import { personOf } from '../identity/public'
import { tellDeciders } from './approvalNotices'
import { coverFrom } from './cover'
import { decidersAt, hearingOf } from './deciders'
import { eventOwners } from './eventOwners'
import { copiesOf, keepPictures, takeWords, wordsIn } from './eventWords'
import { following } from './foundingTurn'
import { eventMatter } from './matters'
import { associations, events } from './store'

/** Of the door's code: 16 characters of base 32 of a hash, which nobody guesses. */
const DOOR_CODE_LENGTH = 16

export const createEvent = handle(
  union.createEvent,
  async (ctx, { associationId, coverPhotoId, ...input }) => {
    const association = await associations.require(associationId, 'UNION_ASSOCIATION_MISSING')
    refuse(!can(ctx.employee.grants, 'union.events.manage', associationId), 'UNION_ASSOCIATION_MISSING')
    assertTimes(input, ctx.now)
    await ctx.wechat.assertTextIsSafe(...wordsIn(input))

    const eventId = ctx.newId('event')
    const { body, pictures, fresh, uploads } = await takeWords(ctx, eventId, input.body, [])
    const flow = eventFlowOf(input)
    const ownerIds = eventOwners(ctx.employee.id, association)
    const asked = await decidersAt({ nodes: [...flow], decisions: [], ownerIds }, 0)
    const told = await hearingOf({ decisions: [], ownerIds }, asked, ctx.now)
    const approval = flow.length > 0 ? begin(flow, { ownerIds, approverIds: asked, at: ctx.now }) : null
    const state = approval ? ('proposed' as const) : ('open' as const)
    const { joinUntil, cancelUntil, capacity, partyMax, ...shown } = input
    const open = () =>
      ctx.transaction(async tx => {
        const coverFileId = (await coverFrom(tx, associationId, coverPhotoId)) ?? association.coverFileId
        await keepPictures(tx, fresh)
        const event = await events.in(tx).insert({
          _id: eventId,
          associationId,
          associationName: association.name,
          site: association.site,
          category: association.category,
          host: personOf(ctx.employee),
          listKey: sortKey(input.startsAt, eventId),
          ...(approval
            ? { ...following(approval, ctx.now), proposedAt: ctx.now }
            : { approval, openIds: [], remindAt: null, seatedAt: null }),
          ...shown,
          body,
          pictures,
          coverFileId,
        })
        await openSession(tx, {
          _id: eventId,
          kind: 'event',
          subjectId: eventId,
          title: input.title,
          venue: input.venue.name,
          coverFileId,
          startsAt: input.startsAt,
          endsAt: input.endsAt,
          joinUntil,
          cancelUntil,
          capacity,
          partyMax,
          fee: input.fee,
          earns: 'booking.attended',
          hostScopeId: associationId,
          doorCode: ctx.newId('door').slice(-DOOR_CODE_LENGTH),
          remindAt: reminderOf(input, ctx.now),
          state,
        })
        await tellDeciders(tx, ctx, eventMatter(event), { told })
        return { eventId, state }
      })
    return keepingCopies(copiesOf(fresh, uploads), open)
  },
)
