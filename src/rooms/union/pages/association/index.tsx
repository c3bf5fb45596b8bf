import { DAY_MS } from '@domain/kernel/time'
import { membershipActionsFor } from '@domain/union/membership'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useQueryOf, useRefreshOnShow, useSession } from '@/api'
import { Face } from '@/rooms/Face'
import { openPage } from '@/rooms/open'
import { ShareButton } from '@/rooms/ShareButton'
import { usePageParams } from '@/rooms/usePageParams'
import { useShareCard } from '@/rooms/useShareCard'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Explained } from '@/ui/explained/Explained'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { Timeline } from '@/ui/timeline/Timeline'
import { LeaveAssociation } from '../../MembershipBar'
import { asReadBy, stateTones, stateWords, trailSteps } from '../../trail'
import { Activity } from './Activity'
import { ApplySheet } from './ApplySheet'
import './association.scss'
import { Cover } from '../../Cover'
import { OfficeOffer } from './OfficeOffer'
import { PageBar } from './PageBar'
import { PastEvents } from './PastEvents'
import { PhotoWall } from './PhotoWall'

type Opened = Output<typeof api.union.openAssociation>

function Introduction({ association }: Pick<Opened, 'association'>) {
  const { name, members, president, foundedOn, site, intro, headline, presiding } = association
  return (
    <View className="association__intro">
      <View className="row row--between gap-12">
        <View className="t20 bold">{name}</View>
        <View className="row gap-4">
          {presiding ? <Badge tone="accent">你是会长</Badge> : null}
          <ShareButton />
        </View>
      </View>
      <View className="t14 secondary mt-4">
        {site} · {members} 人 · <Text className="nowrap">会长 {president.name}</Text> ·{' '}
        <Text className="nowrap">成立于 {foundedOn.slice(0, 4)} 年</Text>
      </View>
      <View className="association__words">
        <Explained text={intro} />
      </View>
      <View className="t14 mt-12">{headline}</View>
    </View>
  )
}

/** Whoever is asked comes for this: it stands before everything else about them. */
function Offered({ officeOfferedBy, association: { associationId } }: Opened) {
  if (!officeOfferedBy) return null
  return (
    <View className="pad mt-12">
      <OfficeOffer associationId={associationId} by={officeOfferedBy} />
    </View>
  )
}

const COVER_RATIO = 390 / 224

/** How long what became of it is news to somebody who is a member; later it stands among their applications. */
const NEWS_MS = 14 * DAY_MS

function isNews({ state, appliedAt, trail }: NonNullable<Opened['application']>, now: number): boolean {
  return state !== 'member' || now - (trail.at(-1)?.at ?? appliedAt) < NEWS_MS
}

/** Whoever presides has not asked anybody. */
function MyApplication({ application, association, now }: Opened) {
  const { me } = useSession()
  if (!application || association.president.employeeId === me?.employeeId) return null
  if (!isNews(application, now)) return null
  return (
    <View className="pad mt-12">
      <Card padding="none">
        <SectionHeader
          title="我的申请"
          more={<Badge tone={stateTones[application.state]}>{stateWords[application.state]}</Badge>}
        />
        <View className="association__trail">
          <Timeline
            steps={trailSteps(
              asReadBy(me?.employeeId, application),
              `会长 ${association.president.name}`,
              now,
            )}
          />
        </View>
      </Card>
    </View>
  )
}

/** Some faces, and the way to everybody. */
function Faces({ faces, association }: Pick<Opened, 'faces' | 'association'>) {
  const { associationId, members } = association
  return (
    <Card padding="none">
      <ListRow
        title={`${members} 位会员`}
        end={
          <View className="association__faces">
            {faces.map(person => (
              <Face key={person.employeeId} of={person} size={32} />
            ))}
          </View>
        }
        onTap={() => openPage('union/members', { associationId })}
      />
    </Card>
  )
}

function More(opened: Opened) {
  const { association, events, past, wall, now } = opened
  const { associationId } = association
  return (
    <View className="association__more">
      <Faces {...opened} />
      <Activity events={events} now={now} />
      <PastEvents past={past} />
      <PhotoWall associationId={associationId} wall={wall} now={now} />
    </View>
  )
}

function CoverSkeleton() {
  return (
    <>
      <SkeletonBlock height={224} />
      <View className="association__intro">
        <SkeletonBlock width="48%" height={24} />
        <View className="mt-12">
          <SkeletonBlock width="72%" />
        </View>
      </View>
    </>
  )
}

/** One association: what it is, who leads it, and my way in and out. */
export default function AssociationPage() {
  const { associationId = '', apply } = usePageParams()
  const query = useQueryOf(api.union.openAssociation, { associationId }, { staleMs: 0 })
  useRefreshOnShow(query)
  const [applying, setApplying] = useState(apply === '1')
  const data = query.data
  useShareCard({
    page: 'union/association',
    params: { associationId },
    title: data ? `来看看${data.association.name}` : '沃工会的协会',
    fileId: data?.association.coverFileId,
  })
  const actions = data?.application?.actions ?? membershipActionsFor(null, 'applicant')
  const mayApply = data !== undefined && actions.includes('apply') && data.association.open
  return (
    <Screen
      nav={<Nav over={{ disc: 'dark', ratio: COVER_RATIO }} title={data?.association.name} />}
      plainNav={<Nav title="协会" />}
      query={query}
      skeleton={<CoverSkeleton />}
      bar={data ? <PageBar opened={data} actions={actions} onApply={() => setApplying(true)} /> : undefined}
    >
      {opened => (
        <>
          <Cover
            fileId={opened.association.coverFileId}
            category={opened.association.category}
            ratio={COVER_RATIO}
            square
          />
          <Introduction association={opened.association} />
          <Offered {...opened} />
          <MyApplication {...opened} />
          <More {...opened} />
          <LeaveAssociation
            associationId={associationId}
            associationName={opened.association.name}
            actions={actions}
          />
          <ApplySheet
            open={applying && mayApply}
            onClose={() => setApplying(false)}
            association={opened.association}
            medianMs={opened.medianMs}
          />
        </>
      )}
    </Screen>
  )
}
