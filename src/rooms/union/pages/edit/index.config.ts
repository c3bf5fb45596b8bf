export default definePageConfig({ navigationBarTitleText: '协会页面' })
