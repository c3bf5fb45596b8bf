import { MALL_DESK } from '@domain/access/roles'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { type Category, withHandler } from '../../categoryDraft'

type Desks = Category['desks']

interface DesksProps extends Pick<Output<typeof api.selfservice.openTicketCategories>, 'people' | 'keepers'> {
  desks: Desks
  onChange: (desks: Desks) => void
}

/**
 * Who does it where: those who hold the role, by the site of each, and whoever keeps the mall for what is asked of them.
 * The first one answers for what is late.
 */
export function Desks({ desks, people, keepers, onChange }: DesksProps) {
  const known = [...desks.map(({ site }) => site), ...people.map(({ site }) => site), MALL_DESK]
  const sites = [...new Set(known)].filter(site => site !== MALL_DESK || keepers.length > 0)
  return (
    <View>
      <View className="t12 secondary">哪个园区谁来接；名字前有「负责」的收到超时提醒</View>
      {sites.map(site => {
        const desk = desks.find(one => one.site === site)
        return (
          <Card key={site} padding="compact" className="mt-8">
            <View className="t14 medium">
              {site === MALL_DESK ? `${site}，没有自己人的园区都在这里` : site}
            </View>
            <View className="ticket-category__options">
              {(site === MALL_DESK ? keepers : people).map(({ employeeId, name }) => (
                <Chip
                  key={employeeId}
                  on={desk?.handlerIds.includes(employeeId) ?? false}
                  onTap={() => onChange(withHandler(desks, site, employeeId))}
                >
                  {desk?.leadId === employeeId ? `负责 ${name}` : name}
                </Chip>
              ))}
            </View>
          </Card>
        )
      })}
    </View>
  )
}
