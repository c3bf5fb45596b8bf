export default definePageConfig({ navigationBarTitleText: '举报与申诉' })
