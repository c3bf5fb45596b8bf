export default definePageConfig({ navigationBarTitleText: '报销导入' })
