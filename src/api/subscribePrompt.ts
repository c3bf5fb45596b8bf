import Taro from '@tarojs/taro'

/** Which of these templates the person accepted in WeChat's own prompt; the others were refused or not asked. */
export async function promptSubscribe(templateIds: string[]): Promise<string[]> {
  try {
    const answers: Record<string, unknown> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] })),
    }
    return templateIds.filter(id => answers[id] === 'accept')
  } catch {
    // Switched off in WeChat's settings, or shown too often: nothing was accepted.
    return []
  }
}

/** WeChat keeps what was accepted by itself. */
export function afterAccepting(_left: Record<string, number>): void {}
