import { type Relation, relationNames, relations } from '@domain/careers/referral'
import { View } from '@tarojs/components'
import { api, isFinal, type Output, useCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Coin } from '@/ui/coin/Coin'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { ResumeRow } from '../../ResumeRow'
import { useSentResume } from '../../useSentResume'
import { ownQueries } from '../../words'
import { type ReferralForm, useReferralForm } from './useReferralForm'

type Opened = Output<typeof api.careers.openPosition>

const PHONE = /^1[3-9]\d{9}$/

interface ReferSheetProps {
  opened: Opened
  open: boolean
  onClose: () => void
}

function Relations({ value, onChange }: { value: Relation; onChange: (relation: Relation) => void }) {
  return (
    <View className="careers__bleed">
      <View className="t14 secondary pad">你们怎么认识</View>
      <ChipRow>
        {relations.map(key => (
          <Chip key={key} on={value === key} onTap={() => onChange(key)}>
            {relationNames[key]}
          </Chip>
        ))}
      </ChipRow>
    </View>
  )
}

/** For what, and what it earns. */
function Reward({ title, reward }: { title: string; reward: number }) {
  return (
    <View className="row row--between row--wrap gap-8">
      <View className="t14 secondary grow">{title}</View>
      <View className="row gap-8">
        <View className="t14">朋友入职</View>
        <Coin amount={reward} signed marked />
      </View>
    </View>
  )
}

function Phone({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const wrong = value.length === 11 && !PHONE.test(value)
  return (
    <Field
      label="手机号"
      type="number"
      value={value}
      maxLength={11}
      {...(wrong ? { error: '这个手机号不对' } : {})}
      onChange={onChange}
    />
  )
}

/** What still keeps the friend from being recommended. */
function missingOf({ name, phone, agreed }: ReferralForm): string | undefined {
  if ([...name.trim()].length < 2) return '还没写姓名，至少两个字'
  if (!PHONE.test(phone)) return '还没写对手机号'
  return agreed ? undefined : '还没确认朋友知道并同意'
}

/** Recommends a friend who knows of it. */
export function ReferSheet({ opened, open, onClose }: ReferSheetProps) {
  const { position, consent, reward } = opened
  const { form, change, drop } = useReferralForm(position.positionId, consent.version)
  const name = form.name.trim()
  const missing = missingOf(form)
  const sent = useSentResume()
  const refer = useCommand(api.careers.refer, {
    outdates: ownQueries,
    onError: error => {
      if (isFinal(error)) sent.forget()
      return false
    },
    onDone: () => {
      drop()
      sent.forget()
      onClose()
      toast.show('推荐好了，有进展会告诉你')
      openPage('careers/mine')
    },
  })
  const send = async () => {
    const { phone, relation, words } = form
    const resume = form.resume && (await sent.upload(form.resume))
    if (resume === null) return undefined
    const consentVersion = consent.version
    return refer.run({
      ...{ positionId: position.positionId, name, phone, relation, words, consentVersion },
      ...(resume ? { resume } : {}),
    })
  }
  return (
    <Sheet
      open={open}
      title="推荐一位朋友"
      onClose={onClose}
      agreement={
        <Checkbox checked={form.agreed} onChange={agreed => change({ agreed })}>
          {consent.text}
        </Checkbox>
      }
      action={
        <Button block disabled={missing !== undefined} onTap={send}>
          {name ? `推荐${name}` : '推荐'}
        </Button>
      }
      missing={missing}
      note="招聘同事联系他之前，你都可以撤回"
    >
      <View className="column gap-12">
        <Reward title={position.title} reward={reward} />
        <Field label="姓名" value={form.name} maxLength={20} onChange={value => change({ name: value })} />
        <Phone value={form.phone} onChange={phone => change({ phone })} />
        <ResumeRow resume={form.resume} onChange={resume => change({ resume })} />
        <Relations value={form.relation} onChange={relation => change({ relation })} />
        <Field
          label="想说的（可不填）"
          multiline
          value={form.words}
          placeholder="他做过什么，为什么合适"
          maxLength={300}
          onChange={words => change({ words })}
        />
      </View>
    </Sheet>
  )
}
