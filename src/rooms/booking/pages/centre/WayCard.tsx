import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { api, Output } from '@/api'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { MapFace } from '../../centre/MapFace'
import { navigate } from '../../centre/navigate'

type Centre = Output<typeof api.booking.openCentre>['centre']

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <View className="mt-16">
      <View className="t12 secondary">{title}</View>
      {lines.map(line => (
        <View key={line} className="t14 mt-4">
          {line}
        </View>
      ))}
    </View>
  )
}

/** Where it is: the map, the way there, what to bring, and whom to ask. */
export function WayCard({ centre }: { centre: Centre }) {
  const { name, address, latitude, longitude, phone, directions, advice } = centre
  const go = () => navigate({ name, address, point: { latitude, longitude } })
  return (
    <Card padding="none">
      <MapFace point={{ latitude, longitude }} name={name} onTap={() => void go()} />
      <View className="centre__way">
        <View className="t16 medium">{address}</View>
        <View className="centre__ways">
          <Button kind="secondary" size="small" icon="pin" onTap={go}>
            带我去
          </Button>
          {phone === '' ? null : (
            <Button
              kind="secondary"
              size="small"
              icon="phone"
              label={`给前台打电话，${phone}`}
              onTap={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
            >
              前台
            </Button>
          )}
        </View>
        <Lines title="怎么来" lines={directions} />
        <Lines title="来之前" lines={advice} />
      </View>
    </Card>
  )
}
