import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { type ApiError, api, useCommand } from '@/api'
import welcome from '@/assets/covers/welcome.svg'
import { openPage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { toast } from '@/ui/toast/store'
import { Agreement } from '../../Agreement'
import { IdentityFields } from '../../IdentityFields'
import { NotMatched } from '../../NotMatched'
import { codesAreSpent } from '../../PhoneField'
import { RebindAnswer } from '../../RebindAnswer'
import {
  emptyRegister,
  meanwhile,
  readEmployeeId,
  registerProblem,
  sayAgain,
  sayRebindAgain,
  sayTooOften,
} from '../../registerForm'
import { keepTriedTooOften, useTriesOpenAt } from '../../triedTooOften'
import { useEntry } from '../../useEntry'
import { useIdentityDraft } from '../../useIdentityDraft'
import './register.scss'

function greeting(): string {
  const hour = inChina(Date.now()).hour()
  if (hour < 5 || hour >= 18) return '晚上好，同事'
  if (hour < 11) return '早上好，同事'
  return hour < 14 ? '中午好，同事' : '下午好，同事'
}

/** Only a broken way leaves the code whole. */
const spendsCode = ({ code }: ApiError) =>
  codesAreSpent && code !== 'NETWORK_UNREACHABLE' && code !== 'FUNCTION_TIMED_OUT'

const isTooOften = ({ code }: ApiError) => code === 'IDENTITY_TOO_MANY_ATTEMPTS'

/** What is said above the form, and not in passing. */
const staysAbove = (error: ApiError) => error.code === 'IDENTITY_REGISTRATION_REFUSED' || isTooOften(error)

/** Why the form doesn't go through: the answer to what was tried, or that one has to wait. */
function refusalOf(error: ApiError | undefined, openAt: number | undefined): string | undefined {
  if (openAt !== undefined) return sayTooOften('', openAt, Date.now()) + meanwhile
  if (!error || !staysAbove(error)) return undefined
  // The time has come since.
  return isTooOften(error) && error.againAt !== undefined ? undefined : error.message
}

function useRegistration(onDone: () => void, onError: (error: ApiError) => void) {
  const enter = useEntry()
  return useCommand(api.identity.register, {
    onDone: ({ me }) => {
      onDone()
      toast.show(`欢迎，${me.name}`)
      void enter()
    },
    onError: error => {
      onError(error)
      if (error.code === 'IDENTITY_ALREADY_REGISTERED') void enter()
      return staysAbove(error)
    },
  })
}

/** 登记: once, with the consent before anything is asked for. */
export default function RegisterPage() {
  const { draft, change, drop } = useIdentityDraft('register', emptyRegister)
  const register = useRegistration(drop, error => {
    if (spendsCode(error)) change({ phoneCode: '' })
    if (isTooOften(error)) keepTriedTooOften(error.againAt)
  })
  const openAt = useTriesOpenAt()
  const isOver = openAt !== undefined
  /** What was said about the old words is not about the new ones. */
  const edit = (part: Parameters<typeof change>[0]) => {
    register.forgetError()
    change(part)
  }
  const problem = isOver ? sayAgain(openAt, Date.now()) : registerProblem(draft)
  const refused = refusalOf(register.error, openAt)
  const submit = () =>
    register.run({
      employeeId: readEmployeeId(draft.employeeId),
      name: draft.name.trim(),
      phoneCode: draft.phoneCode,
      agreedPrivacyVersion: PRIVACY_VERSION,
    })
  return (
    <Screen
      paper
      bar={
        <BottomBar consequence={problem}>
          <Button disabled={problem !== undefined} onTap={submit}>
            登记
          </Button>
        </BottomBar>
      }
    >
      <Picture src={welcome} alt="" ratio={390 / 272} square />
      <View className="register">
        <View className="t28 bold">{greeting()}</View>
        <View className="t14 secondary">登记一次，以后打开就到。</View>
        <RebindAnswer />
        <View className="mt-24">
          <Agreement agreed={draft.agreed} onChange={agreed => edit({ agreed })} />
        </View>
        {refused ? (
          <NotMatched key={refused} message={refused}>
            <Button kind="text" onTap={() => openPage('identity/rebind')}>
              {isOver ? sayRebindAgain(openAt, Date.now()) : '申请换绑'}
            </Button>
          </NotMatched>
        ) : null}
        {draft.agreed ? <IdentityFields draft={draft} onChange={edit} /> : null}
        {refused ? null : (
          <View className="register__rebind">
            <Button kind="text" onTap={() => openPage('identity/rebind')}>
              换过手机号或微信
            </Button>
          </View>
        )}
      </View>
    </Screen>
  )
}
