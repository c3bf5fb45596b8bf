export default definePageConfig({ navigationBarTitleText: '谁读了' })
