import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ApiError, api, useCommand } from '@/api'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { goBack, Nav } from '@/ui/nav/Nav'
import { EmptyFace } from '@/ui/screen/faces'
import { Screen } from '@/ui/screen/Screen'
import { Agreement } from '../../Agreement'
import { keepAsked } from '../../asked'
import { IdentityFields } from '../../IdentityFields'
import { NotMatched } from '../../NotMatched'
import { codesAreSpent } from '../../PhoneField'
import { RebindAnswer } from '../../RebindAnswer'
import { emptyRegister, meanwhile, readEmployeeId, registerProblem, sayTooOften } from '../../registerForm'
import { keepTriedTooOften, useTriesOpenAt } from '../../triedTooOften'
import { useBegunWith, useIdentityDraft } from '../../useIdentityDraft'

const emptyRebind = { ...emptyRegister, reason: '' }
type RebindDraft = typeof emptyRebind & { phoneCode: string }

function rebindProblem(draft: RebindDraft): string | undefined {
  const problem = registerProblem(draft)
  if (problem) return problem
  return [...draft.reason.trim()].length < limits.reasonMin ? '写一句为什么要换' : undefined
}

/** What is said above the form, and not in passing. */
const isTooOften = ({ code }: ApiError) => code === 'IDENTITY_TOO_MANY_ATTEMPTS'

/** The same words whether or not the data was right. */
function Received() {
  return (
    <EmptyFace
      title="已收到"
      sentence="人力资源会联系你核对本人。通过以后，用新手机号打开就能进来。"
      action={{ label: '知道了', onTap: () => goBack() }}
    />
  )
}

interface FormProps {
  draft: RebindDraft
  onChange: (part: Partial<RebindDraft>) => void
}

function Form({ draft, onChange }: FormProps) {
  return (
    <>
      <IdentityFields draft={draft} onChange={onChange} phoneLabel="新手机号" />
      <View className="mt-16">
        <Field
          label="为什么要换"
          multiline
          maxLength={limits.reasonMax}
          value={draft.reason}
          placeholder="换了手机号、换了微信……"
          onChange={reason => onChange({ reason })}
        />
      </View>
    </>
  )
}

/** 换绑: asks HR to move the account to another phone or WeChat. */
export default function RebindPage() {
  const { draft, change, drop } = useIdentityDraft('rebind', useBegunWith(emptyRebind))
  const [received, setReceived] = useState(false)
  const openAt = useTriesOpenAt()
  const request = useCommand(api.identity.requestRebind, {
    outdates: [api.identity.openMyRebind],
    onDone: (_received, { employeeId, name }) => {
      keepAsked({ employeeId, name })
      drop()
      setReceived(true)
    },
    onError: error => {
      const spent = error.kind !== 'retry' || error.code === 'IDENTITY_PHONE_UNVERIFIED'
      if (codesAreSpent && spent) change({ phoneCode: '' })
      if (!isTooOften(error) || error.againAt === undefined) return false
      keepTriedTooOften(error.againAt)
      return true
    },
  })
  const problem = rebindProblem(draft)
  const submit = () =>
    request.run({
      employeeId: readEmployeeId(draft.employeeId),
      name: draft.name.trim(),
      phoneCode: draft.phoneCode,
      reason: draft.reason.trim(),
      agreedPrivacyVersion: PRIVACY_VERSION,
    })
  return (
    <Screen
      paper
      nav={<Nav title="申请换绑" />}
      bar={
        received || openAt ? undefined : (
          <BottomBar consequence={problem}>
            <Button disabled={problem !== undefined} onTap={submit}>
              提交申请
            </Button>
          </BottomBar>
        )
      }
    >
      {received ? (
        <Received />
      ) : openAt ? (
        <View className="pad">
          <NotMatched message={sayTooOften('', openAt, Date.now()) + meanwhile} />
        </View>
      ) : (
        <View className="pad">
          <View className="t14 secondary">人力资源核对本人后，账号、沃币和帖子都跟着你走。</View>
          <RebindAnswer />
          <View className="mt-16">
            <Agreement agreed={draft.agreed} onChange={agreed => change({ agreed })} />
          </View>
          {draft.agreed ? <Form draft={draft} onChange={change} /> : null}
        </View>
      )}
    </Screen>
  )
}
