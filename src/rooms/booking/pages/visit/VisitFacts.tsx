import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type api, type Output, useAskToNotify } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { addToCalendar } from '../../calendar'
import { navigate } from '../../centre/navigate'
import { EarningRow } from '../../EarningRow'

type Opened = Output<typeof api.booking.openVisit>

function Who({ place, person, note, earns, earned }: Opened) {
  const { party, guests } = place
  return (
    <Card padding="none">
      <KeyValueRow label="预约人" ruled>
        {person.name} · {person.site}
      </KeyValueRow>
      <KeyValueRow label="人数" ruled>
        {party} 位
      </KeyValueRow>
      {guests.length > 0 ? (
        <KeyValueRow label="同行" ruled>
          {guests.join('、')}
        </KeyValueRow>
      ) : null}
      {note === '' ? null : (
        <KeyValueRow label="要中心知道的" ruled>
          {note}
        </KeyValueRow>
      )}
      <EarningRow label="看完之后" {...{ place, earns, earned }} />
    </Card>
  )
}

/** The way there, the phone's calendar, and the desk's number. */
function Ways({ place, centre }: Opened) {
  const askToNotify = useAskToNotify()
  const { name, address, latitude, longitude, phone } = centre
  const remember = () => {
    askToNotify(['sessionSoon'])
    const { sessionId, title, startsAt, endsAt } = place
    void addToCalendar({ id: sessionId, title, place: address, startsAt, endsAt })
  }
  return (
    <Card padding="none">
      <ListRow
        lead="pin"
        plain
        title="怎么去"
        meta={address}
        onTap={() => void navigate({ name, address, point: { latitude, longitude } })}
      />
      {place.state === 'confirmed' ? (
        <ListRow lead="cal" plain title="加入日历" meta="前一小时提醒" onTap={remember} />
      ) : null}
      {phone === '' ? null : (
        <ListRow
          lead="phone"
          plain
          title="给前台打电话"
          meta={phone}
          onTap={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
        />
      )}
      <ListRow
        lead="bld"
        plain
        title="看看这个中心"
        onTap={() => openPage('booking/centre', { centreId: centre.centreId })}
      />
    </Card>
  )
}

function Before({ centre, agreed }: Opened) {
  const lines = [...agreed, ...centre.directions, ...centre.advice]
  if (lines.length === 0) return null
  return (
    <Card>
      <View className="t14 medium">来之前看一眼</View>
      {lines.map(line => (
        <View key={line} className="t14 secondary mt-4">
          {line}
        </View>
      ))}
    </Card>
  )
}

function Said({ feedback }: Opened) {
  if (!feedback) return null
  return (
    <Card>
      <View className="t14 medium">你说：{feedback.score} 星</View>
      {feedback.words === '' ? null : <View className="t14 secondary mt-4">{feedback.words}</View>}
    </Card>
  )
}

/** Everything around the ticket. */
export function VisitFacts(opened: Opened) {
  const ahead = opened.place.state === 'confirmed' || opened.place.state === 'offered'
  return (
    <>
      <Said {...opened} />
      <Who {...opened} />
      {ahead ? <Before {...opened} /> : null}
      <Ways {...opened} />
    </>
  )
}
