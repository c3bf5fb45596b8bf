export default definePageConfig({ navigationBarTitleText: '协会' })
