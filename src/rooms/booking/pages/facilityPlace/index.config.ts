export default definePageConfig({ navigationBarTitleText: '场馆资料' })
