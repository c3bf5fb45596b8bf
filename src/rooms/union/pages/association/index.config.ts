export default definePageConfig({ navigationBarTitleText: '协会', enableShareAppMessage: true })
