import { View } from '@tarojs/components'
import { api, usePullToRefresh, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { grantMeta, sayDeputy } from '../../grantWords'

/** 我的权限: what I may do, over what, until when, and who gave it to me. */
export default function MyRolesPage() {
  const query = useQueryOf(api.access.openMyRoles, {}, { staleMs: 0, kept: false })
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="我的权限" />}
      side={<DeskMenu here="access/myRoles" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={0} />}
    >
      {({ grants }) => (
        <View className="pad column gap-12 desk-cards">
          {grants.map(grant => (
            <Card key={`${grant.role}/${grant.scopeId}/${grant.lentBy}`}>
              <View className="row row--between gap-8">
                <View className="t16 medium grow">{grant.name}</View>
                <Badge tone="accent">{grant.scope}</Badge>
              </View>
              <View className="t12 secondary">{grantMeta(grant)}</View>
              {grant.lentTo ? <View className="t12 secondary">{sayDeputy(grant.lentTo)}</View> : null}
              <View className="column gap-8 mt-12">
                {grant.may.map(words => (
                  <View key={words} className="t14">
                    {words}
                  </View>
                ))}
              </View>
            </Card>
          ))}
          <View className="t12 secondary">要多一项或少一项，请找给你角色的同事或系统管理员。</View>
        </View>
      )}
    </Screen>
  )
}
