import { View } from '@tarojs/components'
import { api, fileUrl, type Output, useQueryOf, useRefreshOnShow, useSession } from '@/api'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { Card } from '@/ui/card/Card'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Timeline } from '@/ui/timeline/Timeline'
import { LeaveAssociation, MembershipBar } from '../../MembershipBar'
import { asReadBy, stateTitles, trailSteps } from '../../trail'

type Opened = Output<typeof api.union.openApplication>
type Nearer = NonNullable<Opened['nearer']>

const openAssociation = (associationId: string) => openPage('union/association', { associationId })

/** Where to ask instead, for somebody who was refused. */
function NearerCard({ nearer: { associationId, name, president, headline } }: { nearer: Nearer }) {
  return (
    <View className="mt-12">
      <Card padding="none">
        <SectionHeader title="离你更近" />
        <ListRow
          title={name}
          meta={[`会长 ${president}`, headline]}
          onTap={() => openAssociation(associationId)}
        />
      </Card>
    </View>
  )
}

function Paper({ application, associationMembers, nearer, now }: Opened) {
  const { associationId, associationName, associationCoverFileId, answers, reason, state, actions } =
    application
  const { me } = useSession()
  return (
    <View className="pad">
      <View className="t28 bold">{stateTitles[state]}</View>
      <View className="mt-16">
        <Card padding="none">
          <ListRow
            lead={<Picture src={fileUrl(associationCoverFileId)} alt="" width={48} />}
            title={associationName}
            meta={`${associationMembers} 人`}
            onTap={() => openAssociation(associationId)}
          />
        </Card>
      </View>
      <View className="mt-12">
        <Card>
          <View className="t12 secondary">我对会长说</View>
          <View className="t16 mt-4">{reason}</View>
          {answers.length > 0 ? (
            <View className="mt-12">
              {answers.map(({ title, answer }) => (
                <KeyValueRow key={title} label={title}>
                  {answer}
                </KeyValueRow>
              ))}
            </View>
          ) : null}
        </Card>
      </View>
      <View className="mt-12">
        <Card>
          <Timeline steps={trailSteps(asReadBy(me?.employeeId, application), '会长回复', now)} />
        </Card>
      </View>
      {state === 'refused' && nearer ? <NearerCard nearer={nearer} /> : null}
      <LeaveAssociation {...{ associationId, associationName, actions }} />
    </View>
  )
}

/** What one asked an association for, and everything that happened to it since. */
export default function ApplicationPage() {
  const { membershipId = '' } = usePageParams()
  const query = useQueryOf(api.union.openApplication, { membershipId }, { staleMs: 0 })
  useRefreshOnShow(query)
  const application = query.data?.application
  return (
    <Screen
      nav={<Nav title="我的申请" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={48} />}
      bar={
        application ? (
          <MembershipBar
            associationId={application.associationId}
            actions={application.actions}
            open
            onApply={() =>
              openPage('union/association', { associationId: application.associationId, apply: '1' })
            }
          />
        ) : undefined
      }
    >
      {opened => <Paper {...opened} />}
    </Screen>
  )
}
